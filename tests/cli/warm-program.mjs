// Runs the built program again and again in one process: starting it takes longer than most of what it says about a mistake.
// Each message has a command line; what the program wrote and ended with goes back.
import { main } from '../../dist/bin/cli.js'

const plain = { ...process.env }
process.stdout.setMaxListeners(0)
// The program ends the process a while after each command; the last one is told to by its parent.
process.exit = () => undefined

let turn = Promise.resolve()
process.on('message', (order) => {
  turn = turn.then(() => answer(order))
})

async function answer({ n, args, cwd, env }) {
  const written = { stdout: '', stderr: '' }
  const taken = ['stdout', 'stderr'].map((name) => take(name, written))
  process.chdir(cwd)
  process.env = { ...plain, ...env }
  process.exitCode = 0
  try {
    await main(args)
  } finally {
    for (const giveBack of taken) giveBack()
  }
  process.send({ n, result: { code: process.exitCode, ...written } })
}

function take(name, written) {
  const { write } = process[name]
  process[name].write = (text) => {
    written[name] += text
    return true
  }
  return () => {
    process[name].write = write
  }
}
