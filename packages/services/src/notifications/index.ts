export { getNotifications, notificationChoices, unsubscribe, updateNotifications } from "./choose-notifications";
