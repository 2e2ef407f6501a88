import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE } from '../package-folder.ts'

export const PIPELINES = ['github', 'gitlab', 'azure', 'none'] as const
export type Pipeline = (typeof PIPELINES)[number]

/** Where each has its file; those of GitLab and Azure have to be named there once. */
const FILES: Readonly<Record<Exclude<Pipeline, 'none'>, string>> = {
  github: '.github/workflows/scim-test.yml',
  gitlab: 'scim-test.gitlab-ci.yml',
  azure: 'scim-test.azure-pipelines.yml',
}

export interface PipelineFile {
  /** Relative to the folder. */
  readonly path: string
  readonly text: string
}

/** What the folder looks like it is built with. */
export function pipelineHere(folder: string): Pipeline {
  if (existsSync(join(folder, '.github'))) return 'github'
  if (existsSync(join(folder, '.gitlab-ci.yml'))) return 'gitlab'
  return existsSync(join(folder, 'azure-pipelines.yml')) ? 'azure' : 'none'
}

/** @param variables that hold the secrets of the configuration */
export function pipelineFile(pipeline: Pipeline, variables: readonly string[]): PipelineFile | undefined {
  if (pipeline === 'none') return undefined
  const template = readFileSync(join(PACKAGE, 'fixtures', 'pipelines', `${pipeline}.yml`), 'utf8')
  return { path: FILES[pipeline], text: withVariables(template, variables) }
}

const TOKEN = 'SCIM_TEST_TOKEN'

/** The templates hand over the token; each line that does is there for every secret. A remark stays as it is. */
function withVariables(template: string, variables: readonly string[]): string {
  return template
    .split('\n')
    .flatMap((line) =>
      line.includes(TOKEN) && !/^\s*#/.test(line)
        ? variables.map((name) => line.replaceAll(TOKEN, name))
        : isLeftEmpty(line, variables)
          ? []
          : [line],
    )
    .join('\n')
}

/** GitHub refuses an environment with nothing in it. */
function isLeftEmpty(line: string, variables: readonly string[]): boolean {
  return variables.length === 0 && line.trim() === 'env:'
}
