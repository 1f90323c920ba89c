/** The number of the release that a service shows; its status, when it shows none. */
export async function shownBy(url: string): Promise<string | number> {
  const answer = await fetch(`${url}/api/v1/releases/current`);
  const { data } = (await answer.json()) as { data?: { id: string } };
  return data?.id ?? answer.status;
}
