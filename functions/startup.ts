/**
 * Reads what a person typed or set, before anything begins. Where it cannot be read, the reason goes to standard error
 * and the process ends.
 */
export const readOrStop = <Value>(read: () => Value, exitCode: number): Value => {
  try {
    return read();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(exitCode);
  }
};
