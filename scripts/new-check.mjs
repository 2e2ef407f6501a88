// `npm run new-check -- RFC7644-3.5.2.2-01 patch/remove-needs-a-path`: a check with holes, and its test in watch mode.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [requirement, id] = process.argv.slice(2)
const rows = ['rfc7643', 'rfc7644', 'rfc9865'].flatMap((name) =>
  JSON.parse(readFileSync(join(root, `requirements/${name}.json`), 'utf8')),
)
const row = rows.find((one) => one.id === requirement)
if (!row || !/^[a-z-]+\/[a-z0-9-]+$/.test(id ?? '')) {
  console.error('Usage: npm run new-check -- <requirement id> <topic>/<fact-in-kebab-case>')
  process.exit(2)
}
const file = join(root, 'suites', `${id}.ts`)
if (existsSync(file)) {
  console.error(`${file} exists already.`)
  process.exit(2)
}
mkdirSync(dirname(file), { recursive: true })
writeFileSync(
  file,
  `import { defineCheck, get } from '#check'
import { answering } from '#scim'

// ${row.level}: ${row.requirement}
// To see a violation: ${row.test ?? row.why_not}
export default defineCheck({
  id: '${id}',
  title: '${row.requirement.replaceAll("'", "\\'").slice(0, 70)}',
  proves: ['${row.id}'],
  needs: { resource: 'User' },

  async act({ given, send }) {
    const user = await given('User')
    return { read: await send(get(user.path)) }
  },

  judge({ read }, claim) {
    claim('${row.id}', read).status(200)
  },

  counterexample: ({ read }) => ({ read: answering(read, { status: 500, body: undefined }) }),
})
`,
)
console.log(`Wrote suites/${id}.ts`)
spawnSync('npx', ['vitest', 'tests/honesty.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ONLY: id },
})
