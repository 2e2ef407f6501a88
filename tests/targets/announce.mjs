/**
 * Listens on a free port of the loopback interface, tells the parent process where, and ends with it.
 *
 * @param {import('node:http').Server} server not listening yet
 * @param {(origin: string) => { url: string, token: string }} describe what to print as one JSON line
 */
export function announce(server, describe) {
  server.listen(0, '127.0.0.1', () => {
    console.log(JSON.stringify(describe(originOf(server))))
  })
  process.once('SIGTERM', () => process.exit(0))
  process.stdin.once('end', () => process.exit(0)).resume()
}

/** Where a listening server can be reached, without a path. */
export function originOf(server) {
  return `http://127.0.0.1:${server.address().port}`
}
