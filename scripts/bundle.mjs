// Few modules of many: to load some 400 files one by one takes longer than most commands, and each run does so twice, in
// its own thread and in that of the checks.
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { rolldown } from 'rolldown'

const UNITS = 'units.bundle'

/**
 * Puts modules that belong together in the place of all built files. What is imported lazily stays apart, and nothing is
 * there twice.
 *
 * @param dist the folder of built files
 * @param named modules that something asks for by name, below `dist` and without `.js`
 * @param found folders of units that nothing names: of each `units.bundle.js` exports the units by their paths below it
 * @param kept folders that stay as they are
 */
export async function bundle(dist, { named, found, kept }) {
  const ofUnits = found.map((folder) => `${folder}/${UNITS}`)
  for (const folder of found)
    writeFileSync(join(dist, folder, `${UNITS}.js`), entryOf(unitsIn(join(dist, folder))))
  const built = await rolldown({
    input: Object.fromEntries([...named, ...ofUnits].map((name) => [name, join(dist, `${name}.js`)])),
    // Packages; our own floors begin with "#", and what the bundler adds of its own comes along.
    external: /^(?!@oxc-project)(node:|[a-z@])/,
    platform: 'node',
  })
  const made = mkdtempSync(`${dist}-`)
  // The code finds its own folder from where it is: one level below.
  await built.write({
    dir: made,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name]-[hash].js',
  })
  await built.close()
  for (const file of modulesIn(dist))
    if (!kept.some((folder) => file.startsWith(`${folder}/`))) rmSync(join(dist, file))
  cpSync(made, dist, { recursive: true })
  rmSync(made, { recursive: true })
}

const posix = (path) => path.split(sep).join('/')

const modulesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => posix(relative(folder, join(entry.parentPath, entry.name))))
    .sort()

const unitsIn = (folder) =>
  modulesIn(folder).filter((file) => !file.endsWith('.part.js') && file !== `${UNITS}.js`)

function entryOf(units) {
  const imports = units.map((file, n) => `import u${n} from './${file}'`)
  const exported = units.map((file, n) => `  ${JSON.stringify(file.replace(/\.js$/, ''))}: u${n},`)
  return `${imports.join('\n')}\nexport default {\n${exported.join('\n')}\n}\n`
}
