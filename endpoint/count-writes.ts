import type { Kernel } from './kernel.ts'

/** Writes are counted in what no schema knows and nobody is shown: a write that changes nothing makes a difference. */
export function countingWrites(plain: Kernel): Pick<Kernel, 'keep' | 'project'> {
  return {
    keep: (resource, model, before, given) => ({
      ...plain.keep(resource, model, before, given),
      writes: Number(before?.writes ?? 0) + 1,
    }),
    project: ({ writes: _, ...resource }, model, options) => plain.project(resource, model, options),
  }
}
