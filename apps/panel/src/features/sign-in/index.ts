export { SignInScreen } from './screen';
