import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

/** What each floor may import of ours, by alias, and which packages. See docs/decisions and the architecture page. */
const FLOORS: Readonly<Record<string, { ours: readonly string[]; packages: readonly string[] }>> = {
  scim: { ours: [], packages: [] },
  'scim/schema': { ours: [], packages: ['ajv', 'ajv-formats'] },
  people: { ours: [], packages: ['@faker-js/faker'] },
  requirements: { ours: [], packages: [] },
  harness: {
    ours: ['#scim', '#scim/schema', '#scim/path', '#scim/resource', '#requirements', '#people'],
    packages: ['node:fs', 'node:path', 'node:crypto', 'node:util'],
  },
  suites: { ours: ['#scim', '#scim/schema', '#check'], packages: [] },
  profiles: { ours: ['#scim', '#scim/schema', '#check'], packages: [] },
  simulator: { ours: ['#scim', '#scim/path', '#people'], packages: ['yaml'] },
  endpoint: {
    ours: ['#scim', '#scim/schema', '#scim/path', '#scim/patch', '#scim/resource', '#scim/projection'],
    packages: [],
  },
  reports: {
    ours: ['#scim', '#requirements', '#harness', '#people'],
    packages: ['node:fs', 'node:path', 'node:util', 'node:crypto'],
  },
  hosts: {
    ours: ['#check', '#harness', '#scim', '#reports'],
    packages: ['vitest', 'allure-vitest', 'allure-js-commons'],
  },
  bin: { ours: ['*'], packages: ['*'] },
}

interface Import {
  readonly file: string
  readonly line: number
  readonly specifier: string
}

describe('floors', () => {
  for (const floor of Object.keys(FLOORS).filter((name) => !name.includes('/'))) {
    it(`${floor} imports only what its floor allows`, () =>
      expect(sources(floor).flatMap(importsIn).flatMap(wrong)).toEqual([]))
  }

  it('nobody imports bin', () => {
    const above = Object.keys(FLOORS).filter((name) => name !== 'bin' && !name.includes('/'))
    const found = above
      .flatMap(sources)
      .flatMap(importsIn)
      .filter(({ specifier }) => specifier.startsWith('#bin'))
    expect(found).toEqual([])
  })

  it('no file or folder is called utils, helpers or common', () => {
    const names = Object.keys(FLOORS).flatMap((floor) => walk(join(ROOT, floor)))
    expect(names.filter((name) => /(^|[/\\])(utils?|helpers?|common)(\.[jt]s)?([/\\]|$)/.test(name))).toEqual(
      [],
    )
  })
})

function sources(floor: string): string[] {
  return walk(join(ROOT, floor)).filter(
    (file) => file.endsWith('.ts') && !/\.(test|slow|sample)\.ts$/.test(file),
  )
}

function walk(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function importsIn(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\n[^'"]*?)?\bfrom\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
  )
  return [...found].map((match) => ({
    file,
    line: text.slice(0, match.index).split('\n').length,
    specifier: match[1] ?? match[2] ?? '',
  }))
}

function wrong({ file, line, specifier }: Import): string[] {
  const path = relative(ROOT, file).split(sep).join('/')
  const floor = path.startsWith('scim/schema/') ? 'scim/schema' : (path.split('/')[0] as string)
  const rules = FLOORS[floor] as { ours: readonly string[]; packages: readonly string[] }
  const say = (allowed: readonly string[]) => [
    `${path}:${line} imports ${specifier}; ${floor} may import ${allowed.join(', ') || 'nothing'}`,
  ]
  if (specifier.startsWith('.')) {
    const target = relative(ROOT, resolve(dirname(file), specifier)).split(sep)[0]
    return target === floor.split('/')[0]
      ? []
      : [`${path}:${line} climbs out of its floor to ${specifier}; cross floors by alias`]
  }
  const allowed = specifier.startsWith('#') ? rules.ours : rules.packages
  const base = specifier.startsWith('#') || specifier.startsWith('node:') ? specifier : packageName(specifier)
  return allowed.includes('*') || allowed.includes(base) ? [] : say(allowed)
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
