/** Stops the server of a test data folder, if one runs, and waits until it is gone. */
export function stopServer(dataDir: string): Promise<void>;
