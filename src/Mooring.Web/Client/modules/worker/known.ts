/** What the server wrote in front of this worker: files, and which pages and forms a tablet may hold. */
export const known = (self as unknown as { mooring: { assets: string[]; pages: string[]; forms: string[] } }).mooring;
