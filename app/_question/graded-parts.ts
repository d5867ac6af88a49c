/* One chunk: apart, the two would each bring the whole of what an item needs. */
export { CheckYourself } from './check-yourself.tsx'
export { PlacedTask } from './placed-task.tsx'
