// Runs before anything is painted, so that a dark page never flashes light, and Arabic never left to right.
;(function () {
  var root = document.documentElement
  var kept = function (name) {
    try {
      return localStorage.getItem('rapport.' + name)
    } catch {
      return null
    }
  }
  var theme = kept('theme')
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.theme = dark ? 'dark' : 'light'
  var language = kept('language') || navigator.language.slice(0, 2)
  if (['en', 'de', 'es', 'ar'].indexOf(language) < 0) language = 'en'
  root.lang = language
  root.dir = language === 'ar' ? 'rtl' : 'ltr'
})()
