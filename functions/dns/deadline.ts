/**
 * Runs a task with a signal that comes after some milliseconds, or with the outer signal, or when the task is done,
 * whichever is first: nothing that listens to it outlives the task.
 *
 * @param time milliseconds.
 */
export const within = async <R>(
  time: number,
  outer: AbortSignal | undefined,
  task: (end: AbortSignal) => Promise<R>,
): Promise<R> => {
  const controller = new AbortController();
  const end = (): void => controller.abort();
  const timer = setTimeout(end, time);
  outer?.addEventListener('abort', end);
  if (time <= 0 || outer?.aborted === true) end();
  try {
    return await task(controller.signal);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', end);
    end();
  }
};
