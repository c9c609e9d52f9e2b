// How much work something is, whatever else the machine does meanwhile: the time of the processor that this process took for it.

/** Milliseconds. */
export async function processorTime(act: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
