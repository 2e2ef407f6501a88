/** The path below the base URL that an address leads to. Nothing for what lies outside the target: that is not asked. */
export function pathBelow(base: string, location: string): string | undefined {
  if (location.startsWith(`${base}/`)) return location.slice(base.length)
  const root = base.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '')
  if (root !== '' && location.startsWith(`${root}/`)) return location.slice(root.length)
  return location.startsWith('/') && !location.startsWith('//') ? location : undefined
}
