/** A sound of this screen's own when nothing comes any more. A browser lets a page sound only after it was touched once. */
import { button, icon } from "./dom";

const place = "mooring-sound";
const again = 15_000;

let audio: AudioContext | undefined;
let timer: ReturnType<typeof setInterval> | undefined;
let isOn = localStorage.getItem(place) !== "off";

export function startSound(bar: HTMLElement): void {
  const control = button("quiet", press);
  control.dataset["sound"] = "";
  bar.append(control);
  const say = () => {
    const word = !isOn ? "Sound is off" : audio?.state === "running" ? "Sound is on" : "Tap to arm the sound";
    control.setAttribute("aria-pressed", String(isOn));
    control.replaceChildren(icon(isOn ? "bell" : "bell-off"), word);
  };
  const arm = () => {
    if (!isOn) return;
    audio ??= new AudioContext();
    void audio.resume().then(say);
  };
  function press(): void {
    isOn = !isOn;
    localStorage.setItem(place, isOn ? "on" : "off");
    if (isOn) arm();
    say();
  }
  addEventListener("pointerdown", arm);
  addEventListener("keydown", arm);
  document.addEventListener("mooring:link", event => ((event as CustomEvent<string>).detail === "lost" ? ring : hush)());
  if (navigator.userActivation?.hasBeenActive) arm();
  say();
}

function ring(): void {
  if (timer) return;
  play();
  timer = setInterval(play, again);
}

function hush(): void {
  clearInterval(timer);
  timer = undefined;
}

/** Two falling tones: unlike any alarm of a monitor. */
function play(): void {
  if (!isOn || audio?.state !== "running") return;
  for (const [after, pitch] of [[0, 660], [0.22, 440]] as const) {
    const [tone, loud] = [audio.createOscillator(), audio.createGain()];
    const at = audio.currentTime + after;
    tone.frequency.value = pitch;
    loud.gain.setValueAtTime(0.25, at);
    loud.gain.exponentialRampToValueAtTime(0.001, at + 0.2);
    tone.connect(loud).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.2);
  }
}
