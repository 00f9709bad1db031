// Runs before the first paint, so that a dark screen never flashes white. Mirrors src/app/theme.ts.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('hilo.theme');
  } catch {
    chosen = null;
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
