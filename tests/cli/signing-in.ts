import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder, start } from './cli.ts'

/** Everything that a run left, as one text. */
export function everythingIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return files.map((one) => readFileSync(join(one.parentPath, one.name), 'utf8')).join('\n')
}

export async function serving(args: string[], env: NodeJS.ProcessEnv) {
  const { child, ended } = start(['serve', '--port', '0', ...args], { cwd: newFolder(), env })
  const shown = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => resolve(String(chunk)))
    ended.then(({ stderr }) => reject(new Error(stderr)))
  })
  const end = async () => {
    child.kill('SIGTERM')
    return ended
  }
  return { url: /http:\S+/.exec(shown)?.[0] ?? '', shown, end }
}
