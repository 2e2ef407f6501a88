/**
 * What GitLab and Azure DevOps document of the keys that our pipelines use, and not more: neither publishes its schema as
 * a package. GitHub's is checked by GitHub's own parser.
 */
const text = { type: 'string' } as const
const number = { type: 'integer', minimum: 1 } as const
const texts = { type: 'array', items: text, minItems: 1 } as const
const map = { type: 'object', additionalProperties: text } as const
const keys = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

/** https://docs.gitlab.com/ci/yaml/ */
export const gitlab = {
  type: 'object',
  minProperties: 1,
  additionalProperties: keys(
    {
      image: text,
      timeout: { type: 'string', pattern: '^(\\d+[hms] ?)+$' },
      resource_group: text,
      parallel: { type: 'integer', minimum: 1, maximum: 200 },
      needs: texts,
      script: texts,
      artifacts: keys({
        when: { enum: ['on_success', 'on_failure', 'always'] },
        paths: texts,
        reports: keys({ junit: text }),
      }),
    },
    ['script'],
  ),
}

const always = { enum: ['always()', 'succeededOrFailed()', 'failed()'] }
const ofStep = { condition: always, displayName: text, env: map, timeoutInMinutes: number }

/** https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/ */
export const azure = keys(
  {
    trigger: keys({ batch: { type: 'boolean' }, branches: keys({ include: texts, exclude: texts }) }),
    pool: keys({ vmImage: text, name: text }),
    steps: {
      type: 'array',
      minItems: 1,
      items: {
        oneOf: [
          keys({ ...ofStep, task: { type: 'string', pattern: '^\\w+@\\d+$' }, inputs: { type: 'object' } }, [
            'task',
          ]),
          keys({ ...ofStep, script: text, workingDirectory: text }, ['script']),
          keys({ ...ofStep, publish: text, artifact: text }, ['publish']),
        ],
      },
    },
  },
  ['steps'],
)
