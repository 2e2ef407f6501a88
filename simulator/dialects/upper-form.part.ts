/** A query encoded as Go's `url.Values` and Python's `urlencode` do: a blank as `+`, escapes in capitals. */
export function upperFormQuery(path: string, parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(parameters).toString()
  return `${path}?${query.replace(/\*/g, '%2A').replace(/%7E/g, '~')}`
}
