/** Runs a peer's own script in this page, from its package. @param file below `node_modules` */
export function loadPeer(file) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `/peers/${file}`;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${file} is not there`));
    document.head.append(script);
  });
}
