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
  // Without a reason an error is made each time, with its stack: at the end of every question.
  const end = (): void => controller.abort('over');
  // Of a time that is over, Node would warn.
  const timer = setTimeout(end, Math.max(0, time));
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
