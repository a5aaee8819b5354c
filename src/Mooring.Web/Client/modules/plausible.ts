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
