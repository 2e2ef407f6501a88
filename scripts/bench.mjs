// `npm run bench`: ratios in one run, so that a noisy machine disturbs both sides alike.
//  1. a full run on the embedded endpoint, against a bare undici loop that sends the same requests
//  2. the same on an endpoint that takes 100 ms for each request, 16 at a time, against requests × 100 ms / 16
//  3. municipalities provisioned by the simulator, against a bare undici loop that sends the same requests one by one
//  4. `--help`, against an empty Node program
// `BENCH_MEMORY=1 npm run bench` takes an hour instead: peak memory of the simulator at 10,000 and at 100,000 people.
// `BENCH_MEMORY=1000,10000` takes other numbers of people, `BENCH_PLAYS=okta:200` other dialects and numbers in 3.
import { spawn, spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request as forward } from 'node:http'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Pool } from 'undici'

const BIN = join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'scim-test.js')
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5)
const CONCURRENCY = 8
const LATENCY = 100
const PLAYS = (process.env.BENCH_PLAYS ?? 'eadm:10000,entra:500').split(',').map((play) => play.split(':'))
const TOKEN = 'bench-token'

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
const spread = (values) => `${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)}`

function timed(task) {
  const start = performance.now()
  task()
  return performance.now() - start
}

async function fullRun(more = [], command = ['run']) {
  const out = mkdtempSync(join(tmpdir(), 'scim-test-bench-'))
  const start = performance.now()
  const code = await ended(spawn(process.execPath, [BIN, ...command, '--quiet', '--out', out, ...more]))
  const wall = performance.now() - start
  const exchanges = await exchangesOf(join(out, 'run.ndjson'))
  rmSync(out, { recursive: true, force: true })
  // 1: behind the delay, the endpoint's own URLs are not below the target's, and what needs them is blocked.
  if (code > 1) throw new Error(`the run on the reference endpoint ended with ${code}`)
  // Only what the checks sent: discovery (d…), learning (l…) and the final sweep (c…) run before and after.
  const sent = exchanges.filter(({ id }) => id.startsWith('x')).sort((one, other) => one.at - other.at)
  const wire = sent.reduce((last, { at, ms }) => Math.max(last, at + ms), 0) - sent[0].at
  return { wall, wire, exchanges, sent: sent.length }
}

/** What was sent, and the id that came back: a record of 10,000 people is longer than a string may be. */
async function exchangesOf(record) {
  const exchanges = []
  for await (const line of createInterface({ input: createReadStream(record) })) {
    if (!line.startsWith('{"event":"exchange"')) continue
    const { id, at, ms, request, response } = JSON.parse(line).exchange
    exchanges.push({ id, at, ms, request, made: response?.body?.id })
  }
  return exchanges
}

const ended = (child) => new Promise((resolve) => child.on('exit', resolve))

/** Stands before the endpoint and keeps each request for a while. */
async function delayed(url, ms) {
  const { port } = new URL(url)
  const server = createServer((incoming, outgoing) => {
    setTimeout(() => {
      const { method, url: path, headers } = incoming
      const onward = forward({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode, answer.headers)
        answer.pipe(outgoing)
      })
      incoming.pipe(onward)
    }, ms)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${server.address().port}${new URL(url).pathname}`, stop }
}

/** How long the checks take on a slow endpoint, as a multiple of what so many requests must take. */
async function slowRun() {
  const server = await serve()
  const slow = await delayed(server.url, LATENCY)
  const many = 16
  const { wire, sent } = await fullRun([
    '--target',
    slow.url,
    '--token',
    TOKEN,
    '--concurrency',
    String(many),
  ])
  slow.stop()
  server.stop()
  return wire / ((sent * LATENCY) / many)
}

/** Requests a second of the simulator, as a part of what a bare loop reaches with the same requests. */
async function simulatedRun(dialect, people) {
  const server = await serve()
  const who = ['simulate', '--dialect', dialect, '--scenario', `municipality:${people}`]
  const run = await fullRun(['--target', server.url, '--token', TOKEN], who)
  server.stop()
  const own = run.exchanges.filter(({ id }) => id.startsWith('x'))
  const bare = await bareReplay(own, 1)
  return { ratio: bare / run.wire, rate: (own.length / run.wire) * 1000, requests: own.length }
}

async function serve() {
  const child = spawn(process.execPath, [BIN, 'serve', '--port', '0', '--token', TOKEN], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise((resolve) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
      const found = /http:\S+/.exec(text)
      if (found) resolve(found[0])
    })
  })
  return { url, stop: () => child.kill('SIGTERM') }
}

/**
 * The same requests, in the same order, with nothing around them. Ids of the record become those of this server. As in
 * `fullRun`, the clock runs from the first to the last of those that the checks sent.
 */
async function bareReplay(exchanges, atOnce = CONCURRENCY) {
  const server = await serve()
  const { origin, pathname } = new URL(server.url)
  const pool = new Pool(origin, { connections: atOnce })
  const ids = new Map()
  const known = (text) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => ids.get(id) ?? id)
  const queue = exchanges
    .map(({ id, request, made }) => ({
      id,
      made,
      path: pathname + request.path,
      method: request.method,
      headers: { ...request.headers, authorization: `Bearer ${TOKEN}` },
      body: request.text ?? (request.body === undefined ? null : JSON.stringify(request.body)),
    }))
    .values()
  const send = async ({ path, method, headers, body, made }) => {
    const answer = await pool.request({
      path: known(path),
      method,
      headers,
      body: body === null ? null : known(body),
    })
    const text = await answer.body.text()
    if (method === 'POST' && typeof made === 'string' && answer.statusCode === 201)
      ids.set(made, JSON.parse(text).id)
  }
  let first = Number.POSITIVE_INFINITY
  let last = 0
  const timedSend = async (next) => {
    const counts = next.id.startsWith('x')
    if (counts) first = Math.min(first, performance.now())
    await send(next)
    if (counts) last = performance.now()
  }
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const next of queue) await timedSend(next)
    }),
  )
  await pool.close()
  server.stop()
  return last - first
}

/** Peak memory of the simulator's own process, in MiB; the endpoint is a process of its own. */
async function memoryRun(people) {
  const server = await serve()
  const out = mkdtempSync(join(tmpdir(), 'scim-test-bench-'))
  const told = "process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+' end'))"
  const who = ['simulate', '--dialect', 'eadm', '--scenario', `municipality:${people}`, '--quiet']
  const where = ['--target', server.url, '--token', TOKEN, '--out', out]
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${told}`, BIN, ...who, ...where], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let text = ''
  child.stderr.on('data', (chunk) => {
    text += chunk
  })
  const code = await ended(child)
  server.stop()
  if (code !== 0) throw new Error(`the simulation of ${people} people ended with ${code}: ${text}`)
  const { requests, ms } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'))
  rmSync(out, { recursive: true, force: true })
  return { people, requests, ms, peak: Number(/peak (\d+) end/.exec(text)?.[1]) / 1024 }
}

async function memoryRows(sizes) {
  const found = []
  for (const people of sizes) {
    const one = await memoryRun(people)
    found.push(one)
    const rate = (one.requests / one.ms) * 1000
    console.log(
      `${people} people: ${one.requests} requests in ${(one.ms / 1000).toFixed(0)} s (${rate.toFixed(0)} a second), peak memory ${one.peak.toFixed(0)} MiB`,
    )
  }
  const ratio = found.at(-1).peak / found[0].peak
  console.log(`peak memory at ${sizes.at(-1)} ÷ at ${sizes[0]} people: ${ratio.toFixed(2)}  goal ≤ 2`)
}

const MEMORY = process.env.BENCH_MEMORY
if (MEMORY) {
  await memoryRows(MEMORY === '1' ? [10_000, 100_000] : MEMORY.split(',').map(Number))
  process.exit(0)
}

const runs = []
for (let round = 0; round < ROUNDS; round++) {
  const run = await fullRun(['--concurrency', String(CONCURRENCY)])
  const bare = await bareReplay(run.exchanges)
  runs.push({ ...run, bare })
}
const slow = []
for (let round = 0; round < Math.min(ROUNDS, 3); round++) slow.push(await slowRun())
const simulated = PLAYS.map(() => [])
for (let round = 0; round < ROUNDS; round++) {
  for (const [at, [dialect, people]] of PLAYS.entries())
    simulated[at].push(await simulatedRun(dialect, people))
}
const helps = []
for (let round = 0; round < ROUNDS * 2; round++) {
  const help = timed(() => spawnSync(process.execPath, [BIN, '--help']))
  const empty = timed(() => spawnSync(process.execPath, ['-e', '0']))
  helps.push(help / empty)
}
const requests = runs[0].exchanges.length
const wire = runs.map((run) => run.wire / run.bare)
const whole = runs.map((run) => run.wall / run.bare)
const row = (what, values, goal) =>
  console.log(`${what.padEnd(66)} ${median(values).toFixed(2)}  (${spread(values)})  ${goal}`)

console.log(
  `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}; ${ROUNDS} rounds; median (least–most)`,
)
console.log(
  `requests in a full run: ${requests}; bare loop ${median(runs.map((run) => run.bare)).toFixed(0)} ms`,
)
row('first to last request of the checks ÷ bare undici loop', wire, 'goal ≤ 1.25')
row(`the same with ${LATENCY} ms added, 16 at a time ÷ requests × ${LATENCY} ms / 16`, slow, 'goal ≤ 1.3')
row('whole process, start, reports and all ÷ bare undici loop', whole, '')
for (const [at, [dialect, people]] of PLAYS.entries()) {
  row(
    `simulator's requests a second ÷ bare loop's: ${dialect}, ${people} people`,
    simulated[at].map(({ ratio }) => ratio),
    at === 0
      ? `goal ≥ 0.8; ${simulated[at][0].requests} requests, ${median(simulated[at].map(({ rate }) => rate)).toFixed(0)} a second`
      : '',
  )
}
row('--help ÷ node -e 0', helps, 'goal ≤ 4')
