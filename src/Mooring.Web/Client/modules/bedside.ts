/** What the bedside loads besides app.js. */
import { startKeypad } from "./keypad";

document.querySelectorAll<HTMLFormElement>("form[data-keypad]").forEach(startKeypad);
