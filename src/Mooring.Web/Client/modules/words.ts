/** The few words a script writes itself, in the page's language. */
const english = {
  now: "now",
  ago: (age: string) => `${age} ago`,
  ahead: "time not known",
  silent: (age: string) => `no data for ${age}`,
  due: (time: string) => `in ${time}`,
  dueNow: "due now",
  waits: (time: string) => `for ${time}`,
  late: (time: string) => `${time} late`,
  live: "Live",
  joining: "Connecting…",
  lost: (age: string) => `Reconnecting… last data ${age} ago`,
  confirm: "Yes, go on",
  cancel: "Go back",
  at: (time: string) => `At ${time}`,
  noChart: "The chart could not be loaded. The values are in the record; reload to try again.",
  predicted: "a prediction, not a measurement",
  forecast: "Forecast, not an order (dashed)",
  noForecast: "The forecast could not be loaded. Try again.",
  kept: "Kept",
  keeping: "Keeping…",
  notKept: "Not kept yet: press Save answers below.",
  draftKept: (at: Date) => `Kept at ${at.toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit" })}. Not signed yet.`,
  draftNotKept: "Not kept yet. It is tried again; or press Save the draft.",
  allAnswered: "All answered.",
  stillToAnswer: (many: number) => `${many} still to answer.`,
  nextAgain: "Type it again; Next once more keeps it.",
  copied: "Copied",
  noPasskey: "The passkey was not used: it was cancelled, timed out, or this device has none for this clinic. Try again, or use the other way.",
  keys: "Keys",
  close: "Close",
  keyList: [["/", "Search"], ["g t", "Today"], ["g p", "Patients"], ["g b", "Board"], ["g w", "Work list"], ["g l", "Library"], ["↓ ↑", "The next line of a list, and the one before"], ["Enter", "Open it"], ["?", "These keys"]] as readonly (readonly [string, string])[],
};

const spanish: typeof english = {
  now: "ahora",
  ago: age => `hace ${age}`,
  ahead: "hora desconocida",
  silent: age => `sin datos desde hace ${age}`,
  due: time => `en ${time}`,
  dueNow: "toca ahora",
  waits: time => `desde hace ${time}`,
  late: time => `${time} de retraso`,
  live: "En directo",
  joining: "Conectando…",
  lost: age => `Reconectando… último dato hace ${age}`,
  confirm: "Sí, continuar",
  cancel: "Volver",
  at: time => `A las ${time}`,
  noChart: "No se pudo cargar el gráfico. Los valores están en el registro; recargue para intentarlo de nuevo.",
  predicted: "una predicción, no una medición",
  forecast: "Pronóstico, no una orden (línea discontinua)",
  noForecast: "No se pudo cargar el pronóstico. Inténtelo de nuevo.",
  kept: "Guardado",
  keeping: "Guardando…",
  notKept: "Aún no se guardó: pulse Guardar más abajo.",
  draftKept: at => `Guardado a las ${at.toLocaleTimeString("es-US", { hour: "numeric", minute: "2-digit" })}. Aún sin firmar.`,
  draftNotKept: "Aún no se guardó. Se intenta de nuevo; o pulse Guardar el borrador.",
  allAnswered: "Todo contestado.",
  stillToAnswer: many => `Faltan ${many}.`,
  nextAgain: "Escríbalo de nuevo; Siguiente otra vez lo mantiene.",
  copied: "Copiado",
  noPasskey: "No se usó la llave de acceso. Inténtelo de nuevo o use la otra manera.",
  keys: "Teclas",
  close: "Cerrar",
  keyList: [],
};

export const words = document.documentElement.lang.startsWith("es") ? spanish : english;

/** "34 s", "2 min", "1 h 5 min", "3 d": as short as it can be said without misleading. */
export function span(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds));
  if (s < 60) return `${s} s`;
  const min = Math.floor(s / 60);
  if (min < 60) return `${min} min`;
  const h = Math.floor(min / 60);
  if (h < 48) return min % 60 === 0 ? `${h} h` : `${h} h ${min % 60} min`;
  return `${Math.floor(h / 24)} d`;
}
