import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { newFolder, type Result, type Started, start } from '../cli/cli.ts'
import { TOKEN } from './foreign-people.ts'
import type { KillCase, Moment } from './kill-cases.ts'
import { type KillTarget, killTarget } from './kill-target.ts'
import { type SmallDisk, smallDisk } from './small-disk.ts'

export interface Killed {
  readonly of: KillCase
  /** Whether it came in time: commands may be over before their moment. */
  readonly struck: boolean
  /** Resources of the run on the target: when its process had ended, and when the cleaning was over. */
  readonly leftBefore: number
  readonly leftAfter: number
  readonly cleans: number
  /** Strangers that are not as they were. */
  readonly foreign: number
  readonly disk?: SmallDisk['how']
  /** What should not be. */
  readonly complaints: readonly string[]
  readonly told: string
}

/** Milliseconds for one command, on a machine that has much else to do. */
const PATIENCE = 400_000
const MOST_CLEANS = 5

interface Scene {
  readonly of: KillCase
  readonly target: KillTarget
  readonly folder: string
  readonly out: string
  readonly disk: SmallDisk | undefined
  readonly complaints: string[]
}

/** Starts a command against an endpoint of its own, ends it in the way of the case, cleans up, and compares. */
export async function kill(of: KillCase): Promise<Killed> {
  const target = await killTarget(of.trouble)
  const disk = of.kind === 'full disk' ? smallDisk(of.disk) : undefined
  const folder = newFolder()
  const out = join(disk?.folder ?? folder, 'report')
  mkdirSync(join(folder, 'empty'))
  const scene: Scene = { of, target, folder, out, disk, complaints: [] }
  try {
    return await killed(scene)
  } finally {
    await target.close()
    disk?.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function killed(scene: Scene): Promise<Killed> {
  const { of, target, disk, complaints } = scene
  const ran = await interrupted(scene)
  judgeEnd(scene, ran)
  const leftBefore = target.ours().length
  const foreign = new Set(target.changed())
  const believesClean = journalsIn(scene.out).length === 0
  if (believesClean && leftBefore > 0)
    complaints.push(`it left no journal, and ${leftBefore} resources: ${namesOf(target)}`)
  const cleaned = await cleanUntilDone(scene)
  const leftAfter = target.ours().length
  for (const id of target.changed()) foreign.add(id)
  if (foreign.size > 0) complaints.push(`changed strangers: ${[...foreign].slice(0, 5).join(', ')}`)
  return {
    of,
    struck: ran.struck,
    leftBefore,
    leftAfter,
    cleans: cleaned.length,
    foreign: foreign.size,
    ...(disk ? { disk: disk.how } : {}),
    complaints,
    told: [ran, ...cleaned].map(({ code, stdout, stderr }) => `[${code}] ${stdout}${stderr}`).join('\n'),
  }
}

type Ran = Result & { readonly struck: boolean }

function command({ of, target, folder, out, disk }: Scene): Started {
  const words = of.command.map((word) =>
    word === 'PLAY' ? join(disk?.folder ?? folder, 'play.ndjson') : word,
  )
  return started(words.concat('--target', target.url, '--quiet'), { folder, out, disk })
}

function started(words: readonly string[], { folder, out, disk }: Pick<Scene, 'folder' | 'out' | 'disk'>) {
  return start([...words, '--out', out], {
    cwd: join(folder, 'empty'),
    env: { SCIM_TEST_TOKEN: TOKEN },
    through: disk?.through ?? [],
  })
}

async function interrupted(scene: Scene): Promise<Ran> {
  const { of, target } = scene
  const one = command(scene)
  let struck = false
  const strike = async () => {
    if (struck || one.child.exitCode !== null || one.child.signalCode !== null) return
    struck = true
    await end(scene, one)
  }
  if (of.kind !== 'full disk') atMoment(of.moment, target, strike)
  const result = await inTime(one, scene)
  target.heard = () => undefined
  const isFull = of.kind === 'full disk' && /ENOSPC|EDQUOT|EFBIG/.test(result.stdout + result.stderr)
  return { ...result, struck: struck || isFull }
}

function atMoment(moment: Moment, target: KillTarget, strike: () => void): void {
  if (moment.at === 'ms') {
    void wait(moment.n, undefined, { ref: false }).then(strike)
    return
  }
  const { n, at, phase } = moment
  target.heard = (passing) => {
    if (passing.phase === phase && passing[at === 'write' ? 'writes' : 'requests'] === n) strike()
  }
}

async function end({ of, target }: Scene, { child }: Started): Promise<void> {
  switch (of.kind) {
    case 'SIGKILL':
    case 'SIGINT':
    case 'SIGTERM':
      child.kill(of.kind)
      return
    case 'SIGINT twice':
      child.kill('SIGINT')
      await wait(of.again)
      child.kill('SIGINT')
      return
    case 'target away while cleaning':
      child.kill(of.awayAfter < 0 ? 'SIGINT' : 'SIGKILL')
      if (of.awayAfter < 0) await target.leave()
      return
    case 'full disk':
  }
}

/** The result; a command that hangs is a fault of its own, and must not hang the test. */
async function inTime(one: Started, { complaints }: Scene): Promise<Result> {
  const timer = setTimeout(() => {
    complaints.push(`did not end within ${PATIENCE / 1000} s`)
    one.child.kill('SIGKILL')
  }, PATIENCE)
  return await one.ended.finally(() => clearTimeout(timer))
}

function judgeEnd({ of, target, complaints }: Scene, { code, stderr, struck }: Ran): void {
  if (code === 3 || /Please report this|at .*\.js:\d+/.test(stderr))
    complaints.push(`ended with ${code} and a stack: ${stderr.slice(0, 600)}`)
  const calm = of.kind === 'SIGINT' || of.kind === 'SIGTERM'
  // Before it has made anything there is nothing to clean up, and a signal may simply end it.
  if (calm && struck && !/^(130|0|1|2)$/.test(String(code)) && target.ours().length > 0)
    complaints.push(`ended with ${code} after ${of.kind}`)
}

/** `scim-test clean` as often as it asks for it. */
async function cleanUntilDone(scene: Scene): Promise<Result[]> {
  const { of, target, disk } = scene
  const results: Result[] = []
  if (of.kind === 'target away while cleaning') {
    if (of.awayAfter > 0) goAwayAfter(target, of.awayAfter)
    else await target.leave()
  }
  const first = await clean(scene)
  results.push(first)
  target.heard = () => undefined
  await target.comeBack()
  disk?.enlarge()
  for (let last = first; results.length < MOST_CLEANS; ) {
    // Who is told that all is gone does not come back; who is told of something tries again.
    if (last.code === 0 && journalsIn(scene.out).length === 0) break
    last = await clean(scene)
    results.push(last)
    if (of.trouble.keeps && results.length >= 2) break
  }
  await wait((of.trouble.commitsLate ?? 0) + 50)
  judgeClean(scene, results.at(-1) as Result)
  return results
}

function goAwayAfter(target: KillTarget, requests: number): void {
  let seen = 0
  target.heard = ({ phase }) => {
    if (phase === 'done' && ++seen === requests) void target.leave()
  }
}

async function clean(scene: Scene): Promise<Result> {
  return await inTime(started(['clean'], scene), scene)
}

function judgeClean(scene: Scene, { code, stdout, stderr }: Result): void {
  const { of, target, out, complaints } = scene
  const left = target.ours()
  const journals = journalsIn(out).length
  if (code === 0 && (left.length > 0 || journals > 0))
    complaints.push(`clean says that all is gone: ${left.length} are there (${namesOf(target)})`)
  if (code !== 0 && !of.trouble.keeps)
    complaints.push(`clean does not come to an end (${code}): ${stdout}${stderr}`.slice(0, 1_000))
  const unnamed = left.filter(({ id }) => !stdout.includes(id) && !stdout.includes(encodeURIComponent(id)))
  if (code !== 0 && of.trouble.keeps && unnamed.length > 0)
    complaints.push(`clean does not name ${unnamed.length} of ${left.length}`)
}

const journalsIn = (out: string): string[] =>
  existsSync(join(out, 'journal')) ? readdirSync(join(out, 'journal')) : []

function namesOf(target: KillTarget): string {
  const all = target.ours().map((one) => `${one.type} ${JSON.stringify(one).slice(0, 160)}`)
  return all.slice(0, 3).join('; ')
}

/** One line for each group of cases: how many, how many in time, and what was left before and after. */
export function tableOf(all: readonly Killed[], by: (one: Killed) => string): string {
  const rows = [...new Set(all.map(by))].map((name) => {
    const group = all.filter((one) => by(one) === name)
    const sum = (value: (one: Killed) => number) => String(group.reduce((n, one) => n + value(one), 0))
    const keeps = (one: Killed) => one.of.trouble.keeps === true
    return [
      name,
      String(group.length),
      sum((one) => Number(one.struck)),
      sum((one) => Number(one.leftBefore > 0)),
      sum(({ leftBefore }) => leftBefore),
      sum((one) => (keeps(one) ? 0 : one.leftAfter)),
      sum((one) => (keeps(one) ? one.leftAfter : 0)),
      sum(({ foreign }) => foreign),
    ]
  })
  const head = ['', 'cases', 'in time', 'with rest', 'left before', 'left after', 'undeletable', 'foreign']
  const table = [head, ...rows.sort(([a = ''], [b = '']) => a.localeCompare(b))]
  const widths = head.map((_, i) => Math.max(...table.map((row) => (row[i] ?? '').length)))
  return table
    .map((row) =>
      row.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  '),
    )
    .join('\n')
}
