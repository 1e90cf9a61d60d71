/** Set by the build: whether the component gallery is part of it. */
declare const __GALLERY__: boolean
