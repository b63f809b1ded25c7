/**
 * Does something round by round, as long as the server runs. The first begins at once.
 * @param round one round, which fails for nobody; is told whether it is to end. Says how long to wait for the next, in milliseconds
 * @returns ends it, and waits for the round in hand
 */
export function inRounds(round: (isStopped: () => boolean) => Promise<number>): () => Promise<void> {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  const again = async () => {
    const pause = await round(() => isStopped)
    if (isStopped) return
    timer = setTimeout(() => {
      running = again()
    }, pause)
  }
  let running = again()
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await running
  }
}
