export default function GalleryScreen() {
  return <main />
}
