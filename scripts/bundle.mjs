// Makes one module of each folder whose files are found rather than named: to load the 600 of the suites one by one takes
// longer than most runs. What they import from outside their folder stays outside.
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { rolldown } from 'rolldown'

const BUNDLE = 'units.bundle.js'

/**
 * Writes `units.bundle.js` into a folder of built files, which exports its units by their paths below the folder, and removes
 * the files that it was made of.
 */
export async function bundle(folder) {
  const files = modulesIn(folder)
  const units = files.filter((file) => !file.endsWith('.part.js'))
  const entry = join(folder, 'entry.js')
  writeFileSync(entry, entryOf(units))
  const made = await rolldown({
    input: entry,
    external: (id) => /^(#|node:|[a-z@])/.test(id),
    plugins: [outsideStays(folder)],
  })
  await made.write({ file: join(folder, BUNDLE), format: 'esm' })
  await made.close()
  for (const file of [...files, 'entry.js']) rmSync(join(folder, file))
}

const posix = (path) => path.split(sep).join('/')

const modulesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => posix(relative(folder, join(entry.parentPath, entry.name))))
    .sort()

function entryOf(units) {
  const imports = units.map((file, n) => `import u${n} from './${file}'`)
  const exported = units.map((file, n) => `  ${JSON.stringify(file.replace(/\.js$/, ''))}: u${n},`)
  return `${imports.join('\n')}\nexport default {\n${exported.join('\n')}\n}\n`
}

/** Of a module that others import too there must be one only. */
const outsideStays = (folder) => ({
  name: 'outside-stays',
  resolveId(id, importer) {
    if (!id.startsWith('.') || !importer) return undefined
    const file = resolve(dirname(importer), id)
    return file.startsWith(folder + sep) ? undefined : { id: posix(relative(folder, file)), external: true }
  },
})
