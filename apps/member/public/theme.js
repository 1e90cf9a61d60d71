// Runs before the first paint: the theme chosen on this device, when it is not the system's.
;(() => {
  const chosen = localStorage.getItem('juluo.theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
})()
