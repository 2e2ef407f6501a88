import { expect, it } from 'vitest'
import { sideBySide } from '#check'
import { type Killed, kill, tableOf } from '../safety/kill.ts'
import { type KillCase, killCases } from '../safety/kill-cases.ts'

/**
 * 200 commands ended at random, each against an endpoint of its own with strangers in it. Runs the built program
 * (`npm run test:slow` builds first). `KILLS=20 SEED=7` for other cases, `CASE=13` for one of them.
 */
const COUNT = Number(process.env.KILLS ?? 200)
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)
const ONE = process.env.CASE
const AT_ONCE = Number(process.env.AT_ONCE ?? 2)

it(`${COUNT} kills change nothing foreign, and clean leaves nothing`, { timeout: 3_600_000 }, async () => {
  console.log(`kills: ${COUNT}, SEED=${SEED}`)
  const cases = killCases(SEED, COUNT).filter(({ n }) => ONE === undefined || n === Number(ONE))
  const began = performance.now()
  let left = cases.length
  const work = async (n: number) => {
    const one = await told(cases[n] as KillCase)
    left -= 1
    if (left > 0 && left % 20 === 0) console.log(`${left} to go`)
    return one
  }
  const all = await sideBySide(cases.length, work, AT_ONCE)
  const seconds = (performance.now() - began) / 1000
  if (ONE !== undefined) console.log(all.map(({ of, told }) => `${JSON.stringify(of)}\n${told}`).join('\n'))
  const disks = all.flatMap(({ disk }) => disk ?? [])
  const total = (value: (one: Killed) => number) => all.reduce((n, one) => n + value(one), 0)
  console.log(
    [
      tableOf(all, ({ of }) => of.kind),
      tableOf(all, ({ of }) => of.trouble.id),
      tableOf(all, ({ of }) => of.command[0] ?? ''),
      `full disk: ${[...new Set(disks)].map((how) => `${disks.filter((one) => one === how).length} by ${how}`).join(', ')}`,
      `kills: ${all.length}, in time ${total(({ struck }) => Number(struck))}, left over before clean ${total(
        ({ leftBefore }) => leftBefore,
      )}, after clean ${total(({ of, leftAfter }) => (of.trouble.keeps ? 0 : leftAfter))} (and ${total(
        ({ of, leftAfter }) => (of.trouble.keeps ? leftAfter : 0),
      )} that the target does not delete, said so), foreign changes ${total(({ foreign }) => foreign)}, complaints ${total(
        ({ complaints }) => complaints.length,
      )}, cleans ${total(({ cleans }) => cleans)}, SEED=${SEED}, ${seconds.toFixed(0)} s`,
    ].join('\n\n'),
  )
  expect(all.flatMap(({ of, complaints }) => complaints.map((complaint) => `${of.n}: ${complaint}`))).toEqual(
    [],
  )
})

/** What should not be is told at once. */
async function told(of: KillCase): Promise<Killed> {
  const one = await kill(of)
  if (one.complaints.length > 0) console.log(storyOf(one))
  return one
}

function storyOf({ of, complaints, told }: Killed): string {
  return [
    `case ${of.n} ${JSON.stringify(of)}`,
    ...complaints.map((one) => `  ! ${one}`),
    told.slice(-1_500),
  ].join('\n')
}
