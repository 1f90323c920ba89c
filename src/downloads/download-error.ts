/** Why a file was not downloaded: the end of a sentence whose beginning is its address. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError';

  /**
   * @param again whether it may go better soon
   * @param wait milliseconds after which the server wants to be asked again; null when it does not say
   */
  constructor(
    message: string,
    readonly again: boolean,
    readonly wait: number | null = null,
  ) {
    super(message);
  }
}
