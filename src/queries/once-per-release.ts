/** What is read of a release once, for a release never changes; of the one that was asked last. */
export class OncePerRelease<T> {
  private known: { releaseId: string; value: Promise<T> } | null = null;

  constructor(private readonly read: (releaseId: string) => Promise<T>) {}

  of(releaseId: string): Promise<T> {
    if (this.known?.releaseId === releaseId) return this.known.value;
    const value = this.read(releaseId);
    this.known = { releaseId, value };
    // a failed reading must not be remembered
    value.catch(() => {
      if (this.known?.value === value) this.known = null;
    });
    return value;
  }
}
