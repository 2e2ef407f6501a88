import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import type { ExitCode } from '../cli.ts'
import { parseConfig } from '../config.ts'
import { CONFIG_FILES } from '../config-files.ts'
import { createAsker } from '../init/asker.ts'
import { choose, type InitFlags } from '../init/choices.ts'
import { configText } from '../init/config-text.ts'
import { pipelineFile } from '../init/pipelines.ts'
import { tryOut } from '../init/try-out.ts'
import { initMessages } from '../messages/init.ts'
import { settingsFrom } from '../run/resolve.ts'
import { codeOf } from '../run/state-file.ts'
import { UsageError } from '../usage-error.ts'

export interface InitOptions extends InitFlags {
  readonly allowProduction?: string | undefined
  readonly ca?: string | undefined
  readonly timeout?: number | undefined
  readonly config?: string | undefined
  readonly force?: boolean | undefined
  /** The connection is not tried. */
  readonly offline?: boolean | undefined
}

/** Where questions are asked and answered. */
export interface Desk {
  readonly input: Readable
  readonly output: Writable
  /** Whether somebody sits there. */
  readonly isManned: boolean
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
}

const atTerminal = (): Desk => ({
  input: process.stdin,
  output: process.stdout,
  isManned: process.stdin.isTTY === true && process.stdout.isTTY === true,
  folder: process.cwd(),
  env: process.env,
})

/** `scim-test init`: asks how the target is reached, tries it, and writes the files for later runs. */
export async function initCommand(options: InitOptions, desk: Desk = atTerminal()): Promise<ExitCode> {
  const { output, folder } = desk
  const say = (line: string) => output.write(`${line}\n`)
  const name = options.config ?? (CONFIG_FILES[0] as string)
  refuseOverwriting(name, folder, options.force)
  const asker = desk.isManned ? createAsker(desk.input, output) : undefined
  const choices = await choose(options, folder, asker).finally(() => asker?.close())
  const config = configText(choices, options.ca)
  const pipeline = pipelineFile(choices.pipeline, config.variables)
  if (pipeline) refuseOverwriting(pipeline.path, folder, options.force)

  for (const line of await tried(config, { ...options, target: choices.target }, desk)) say(line)
  if (choices.sync) say(initMessages().syncLater)

  const files = [{ path: name, text: config.text }, ...(pipeline ? [pipeline] : [])]
  for (const { path, text } of files) write(path, text, folder)
  for (const { path } of files) say(initMessages().wrote(path))
  if (choices.pipeline === 'gitlab' || choices.pipeline === 'azure')
    say(initMessages().nameThere[choices.pipeline](pipeline?.path ?? ''))
  say(initMessages().next(config.variables.filter((variable) => !desk.env[variable])))
  return 0
}

/** What was found; without secrets or a network there is nothing to try with. */
async function tried(
  { text, variables }: ReturnType<typeof configText>,
  options: InitOptions & { readonly target: string },
  { env }: Desk,
): Promise<string[]> {
  const file = parseConfig(text, options.config ?? (CONFIG_FILES[0] as string))
  if (options.offline) return [initMessages().notTried]
  const missing = variables.filter((variable) => !env[variable])
  if (missing.length > 0) return [initMessages().cannotTry(missing)]
  const { allowProduction, ca, timeout, target } = options
  const flags = {
    ...(allowProduction === undefined ? {} : { allowProduction }),
    ...(ca === undefined ? {} : { ca }),
    ...(timeout === undefined ? {} : { timeout }),
  }
  try {
    return await tryOut({ ...settingsFrom(flags, file, env), target })
  } catch (error) {
    if (error instanceof UsageError)
      throw new UsageError(`${error.message}\n${initMessages().nothingWritten}`)
    throw error
  }
}

/** @throws UsageError before anybody was asked anything */
function refuseOverwriting(path: string, folder: string, force = false): void {
  if (!force && existsSync(join(folder, path))) throw new UsageError(initMessages().exists(path))
}

function write(path: string, text: string, folder: string): void {
  const file = resolve(folder, path)
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  } catch (error) {
    throw new UsageError(initMessages().cannotWrite(relative(folder, file), codeOf(error)))
  }
}
