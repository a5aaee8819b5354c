/** When a typed number is complete, and when it is doubtful. Both follow from the bounds in the markup. */

const decimalsOf = (input: HTMLInputElement) => Number(input.dataset["decimals"] ?? 0);

/** No further digit could follow: it would exceed the highest plausible value, or the decimals are full. */
export function isComplete(input: HTMLInputElement): boolean {
  const { value } = input;
  if (value === "") return false;
  const decimals = decimalsOf(input);
  const point = value.indexOf(".");
  if (decimals > 0) return point >= 0 && value.length - point - 1 >= decimals;
  return Number(value) * 10 > Number(input.dataset["max"] ?? Number.POSITIVE_INFINITY);
}

/** With this digit it would be more than any value of its kind, or have a decimal too many: the digit begins another number. */
export function beginsAnother(input: HTMLInputElement, digit: string): boolean {
  if (input.value === "" || !/^\d$/.test(digit)) return false;
  const decimals = decimalsOf(input);
  const point = input.value.indexOf(".");
  if (point >= 0) return input.value.length - point - 1 >= decimals;
  const max = input.dataset["max"];
  // Without its point the field sets one itself: 36 and 8 is 36.8.
  const setsPoint = decimals > 0 && `${input.value}${digit}`.length > Math.trunc(Number(max)).toString().length;
  return max !== undefined && Number(`${input.value}${digit}`) / (setsPoint ? 10 ** decimals : 1) > Number(max);
}

/** The sentence that names the doubt, or nothing. Too low is only said of a finished number. */
export function doubtAbout(input: HTMLInputElement, form: HTMLFormElement, finished = true): string {
  if (input.value === "") return "";
  const says = input.dataset;
  const number = /^\d+(?:\.(\d*))?$/.exec(input.value);
  if (!number) return says["doubtNumber"] ?? "";
  if ((number[1] ?? "").length > decimalsOf(input)) return says["doubtDecimals"] ?? "";
  const value = Number(input.value);
  if (value > Number(says["max"] ?? Number.POSITIVE_INFINITY)) return says["doubtHigh"] ?? "";
  if (!finished) return "";
  if (value < Number(says["min"] ?? Number.NEGATIVE_INFINITY)) return says["doubtLow"] ?? "";
  const above = says["below"] ? form.elements.namedItem(says["below"]) : null;
  if (above instanceof HTMLInputElement && above.value !== "" && value >= Number(above.value)) return says["doubtBelow"] ?? "";
  return "";
}
