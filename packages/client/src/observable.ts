/** A value that changes over time. `get` is synchronous; listeners hear every change, not the first value. */
export interface Observable<T> {
  get(): T;
  subscribe(listener: (value: T) => void): () => void;
}

export interface Settable<T> extends Observable<T> {
  set(value: T): void;
}

/** Makes an observable value. A listener that throws does not keep the others from hearing. */
export function createObservable<T>(initial: T): Settable<T> {
  let current = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(value) {
      current = value;
      for (const listener of listeners) callSafely(listener, value);
    },
  };
}

function callSafely<T>(listener: (value: T) => void, value: T): void {
  try {
    listener(value);
  } catch (error) {
    // A broken screen must not stop the queue; the error still reaches the page's error handler.
    queueMicrotask(() => {
      throw error;
    });
  }
}
