// The command line: finds the command by its name, runs it, and says in one plain sentence when it failed.

interface Command {
  readonly run: (args: string[]) => Promise<number>
}

const commands: Record<string, { readonly does: string; readonly load: () => Promise<Command> }> = {
  start: { does: 'start Goldthread and serve its pages', load: () => import('./start.ts') },
  import: { does: 'read a file of the field into the record', load: () => import('./import.ts') },
  match: { does: 'find who stands in both of two lists', load: () => import('./match.ts') },
  client: { does: 'let a system of an agency use the API', load: () => import('./client.ts') },
  verify: { does: 'check that the past is as it was recorded', load: () => import('./verify.ts') },
  anchor: { does: 'write down where the chains end, to keep elsewhere', load: () => import('./anchor.ts') },
  rebuild: { does: 'make duties and open procedures again from the facts', load: () => import('./rebuild.ts') },
  bench: { does: 'measure what the project promises', load: () => import('./bench.ts') },
  footprint: { does: 'check that everybody in England is covered', load: () => import('./footprint.ts') },
  duties: { does: 'write docs/duties.md and docs/coverage.md', load: () => import('./duties.ts') },
}

/** The text of `goldthread help`: every command with what it does. */
function help(): string {
  const lines = Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(10)} ${does}`)
  return ['Usage: goldthread <command>', '', ...lines, `  ${'help'.padEnd(10)} show this list`, ''].join('\n')
}

async function main([name = 'help', ...args]: string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) {
    process.stdout.write(help())
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new Error(`There is no command "${name}". "goldthread help" lists them.`)
  const { run } = await command.load()
  return run(args)
}

// When the process that started us is gone, end in the same orderly way as when told to.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()

// A reader that has seen enough (`goldthread import … | head`) is no failure.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
})

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const sentence = error instanceof Error ? error.message.split('\n')[0] : String(error)
  process.stderr.write(`${sentence}\n`)
  if (process.env['DEBUG']) console.error(error)
  process.exitCode = 1
}
