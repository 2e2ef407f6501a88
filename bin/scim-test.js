#!/usr/bin/env node
// Committed and executable, so that `npx scim-test` works from a checkout; the program itself is built into dist/.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`scim-test needs Node.js 20.19 or newer; this is ${process.version}.`)
  process.exit(2)
}
const program = new URL('../dist/bin/cli.js', import.meta.url)
if (!existsSync(fileURLToPath(program))) {
  console.error('scim-test is not built yet. In a checkout, run: npm ci')
  process.exit(2)
}
const { main } = await import(program.href)
await main(process.argv.slice(2))
