/** What the server wrote in front of this worker: files, which pages and forms a tablet may hold, and for how many milliseconds it waits for the server. */
export const known = (self as unknown as { mooring: { assets: string[]; pages: string[]; forms: string[]; patience: number } }).mooring;
