import type { Language } from '../launcher/language'

/** What the panel itself says; what is said in the conversation comes from the server. */
export interface Words {
  title: string
  close: string
  conversation: string
  write: string
  send: string
  bot: string
  you: string
  person: string
  suggestions: string
  next: string
  typing: string
  connecting: string
  reconnecting: string
  offline: string
  sending: string
  saved: string
  personNow: string
  consent: string
  privacy: string
  refused: string
  closed: string
}

export const WORDS: Record<Language, Words> = {
  en: {
    title: 'Chat with us',
    close: 'Close chat',
    conversation: 'Conversation',
    write: 'Write a message',
    send: 'Send',
    bot: 'Assistant',
    you: 'You',
    person: 'Our team',
    suggestions: 'Suggested answers',
    next: 'Next',
    typing: 'The assistant is writing',
    connecting: 'One moment …',
    reconnecting: 'Connecting again …',
    offline: 'You are offline. What you write is sent as soon as you are back.',
    sending: 'Waiting to be sent',
    saved: 'Thank you, that is saved. We go on from here.',
    personNow: 'A person from our team is with you now.',
    consent: 'We use your e-mail address to answer you, and for nothing else you have not agreed to.',
    privacy: 'Privacy',
    refused: 'This message could not be sent. Please write it differently.',
    closed: 'The chat is not available at the moment.',
  },
  de: {
    title: 'Schreib uns',
    close: 'Chat schließen',
    conversation: 'Unterhaltung',
    write: 'Nachricht schreiben',
    send: 'Senden',
    bot: 'Assistent',
    you: 'Du',
    person: 'Unser Team',
    suggestions: 'Vorgeschlagene Antworten',
    next: 'Wie es weitergeht',
    typing: 'Der Assistent schreibt',
    connecting: 'Einen Moment …',
    reconnecting: 'Die Verbindung wird wiederhergestellt …',
    offline: 'Du bist offline. Was du schreibst, wird gesendet, sobald du wieder verbunden bist.',
    sending: 'Wird noch gesendet',
    saved: 'Danke, das ist gespeichert. Wir machen hier weiter.',
    personNow: 'Jetzt schreibt dir jemand aus unserem Team.',
    consent: 'Wir verwenden deine E-Mail-Adresse, um dir zu antworten, und für nichts, dem du nicht zugestimmt hast.',
    privacy: 'Datenschutz',
    refused: 'Diese Nachricht konnte nicht gesendet werden. Bitte schreib sie anders.',
    closed: 'Der Chat ist gerade nicht verfügbar.',
  },
  es: {
    title: 'Escríbenos',
    close: 'Cerrar el chat',
    conversation: 'Conversación',
    write: 'Escribe un mensaje',
    send: 'Enviar',
    bot: 'Asistente',
    you: 'Tú',
    person: 'Nuestro equipo',
    suggestions: 'Respuestas sugeridas',
    next: 'A continuación',
    typing: 'El asistente está escribiendo',
    connecting: 'Un momento …',
    reconnecting: 'Conectando de nuevo …',
    offline: 'Estás sin conexión. Lo que escribas se enviará en cuanto vuelvas a tenerla.',
    sending: 'Pendiente de envío',
    saved: 'Gracias, ha quedado guardado. Seguimos desde aquí.',
    personNow: 'Ahora te atiende una persona de nuestro equipo.',
    consent: 'Usamos tu correo electrónico para responderte y para nada más que no hayas aceptado.',
    privacy: 'Privacidad',
    refused: 'No se ha podido enviar este mensaje. Escríbelo de otra forma, por favor.',
    closed: 'El chat no está disponible en este momento.',
  },
  ar: {
    title: 'تحدّث إلينا',
    close: 'أغلق المحادثة',
    conversation: 'المحادثة',
    write: 'اكتب رسالة',
    send: 'أرسل',
    bot: 'المساعد',
    you: 'أنت',
    person: 'فريقنا',
    suggestions: 'إجابات مقترحة',
    next: 'الخطوة التالية',
    typing: 'المساعد يكتب',
    connecting: 'لحظة من فضلك …',
    reconnecting: 'تجري إعادة الاتصال …',
    offline: 'أنت غير متصل بالإنترنت. ستُرسَل رسائلك فور عودة الاتصال.',
    sending: 'في انتظار الإرسال',
    saved: 'شكرًا، تم الحفظ. نتابع من هنا.',
    personNow: 'يتحدّث إليك الآن شخص من فريقنا.',
    consent: 'نستخدم بريدك الإلكتروني للرد عليك، ولا نستخدمه لأي غرض آخر لم توافق عليه.',
    privacy: 'الخصوصية',
    refused: 'تعذّر إرسال هذه الرسالة. يُرجى كتابتها بطريقة أخرى.',
    closed: 'المحادثة غير متاحة حاليًا.',
  },
}
