/** `goldthread bench`: measures what the project promises. */
export async function run(args: string[]): Promise<number> {
  const { main } = await import('../../bench/main.ts')
  await main(args)
  return 0
}
