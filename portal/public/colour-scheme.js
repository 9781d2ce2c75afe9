// Sets light or dark before the first paint. A file of its own because the content security policy allows no inline script.
(function () {
  var wanted = null;
  try {
    wanted = localStorage.getItem('platen.colour-scheme');
  } catch (e) {
    wanted = null;
  }
  var dark = wanted === 'dark' || (wanted !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
