// A store on the phone that is on the disk when it says so. `shape` makes what is missing of a new database.
const opened = (name, shape) =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => shape(asked.result);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error("blocked"));
  });

// run(stores, mode, act): what `act` asks of the stores, in one transaction; its answer once it is kept.
export const database = (name, shape) => async (stores, mode, act) => {
  const base = await opened(name, shape);
  try {
    return await new Promise((resolve, reject) => {
      const work = base.transaction(stores, mode, { durability: "strict" }); // on the disk, not in a buffer
      const asked = act(...stores.map((each) => work.objectStore(each)));
      work.oncomplete = () => resolve(asked && asked.result);
      work.onabort = work.onerror = () => reject(work.error || (asked && asked.error));
    });
  } finally {
    base.close();
  }
};

export const isFull = (failure) =>
  Boolean(failure) && (failure.name === "QuotaExceededError" || failure.name === "UnknownError");
