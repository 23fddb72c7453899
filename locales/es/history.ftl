# The history's sentences: `history-<event>`; notifications: `notification-<kind>`.

history-opened = Solicitud abierta por { $author }.
history-captured = { $author } tomó la solicitud.
history-delegated = { $author } pasó la solicitud a { $person }, grupo { $group }.
history-delegated-group = { $author } pasó la solicitud al grupo { $group }.
history-returned = { $author } devolvió la solicitud al grupo.
history-suspended = Suspendida por { $author }: { $reason }. El reloj se detuvo; vuelve hasta { $until }.
history-reactivated = Reactivada por { $author }. El reloj volvió a contar.
history-reactivated-date = Reactivada: llegó la fecha de regreso. El reloj volvió a contar.
history-reactivated-answer = Reactivada con la respuesta del solicitante. El reloj volvió a contar.
history-reactivated-original = Reactivada para acompañar la solicitud original.
history-priority-changed = { $author } cambió la prioridad de { $from } a { $to }.
history-deadline-changed = { $author } cambió el plazo de { $from } a { $to }.
history-deadline-set = { $author } definió el plazo: { $to }.
history-reclassified = { $author } cambió el servicio de “{ $from }” a “{ $to }”. El plazo cuenta desde la apertura.
history-resolved = Resuelta por { $author }.
history-resolved-in-time = Resuelta por { $author }, dentro del plazo.
history-resolved-late = Resuelta por { $author }, después del plazo.
history-resolved-with-original = Resuelta junto con la solicitud { $number }.
history-accepted = Solución aceptada por { $author }; solicitud cerrada.
history-closed-automatically = Cerrada automáticamente: nadie la reabrió dentro del plazo.
history-cancelled = Cancelada por { $author }.
history-reopened = Reabierta por { $author }. Comenzó un nuevo plazo.
history-attachment-added = { $author } adjuntó { $name }.
history-attachment-removed = { $author } quitó el adjunto { $name }.
history-child-opened = { $author } abrió la solicitud hija { $number }.
history-child-of = Hija de la solicitud { $number }.
history-parent-of = La solicitud { $number } pasó a ser hija de esta.
history-duplicate-of = { $author } la marcó como duplicado de la solicitud { $number }.
history-has-duplicate = La solicitud { $number } es duplicado de esta y se resolverá junto.
history-rated = { $author } evaluó la atención: { $grade }.
history-redacted = { $author } borró un texto del historial.
history-told-by-phone = { $author } informó la situación por teléfono; registrado en la solicitud { $number }.
history-closed-information = Cerrada al abrirse: solo registra una información dada por teléfono.

notification-message = { $author } envió un mensaje
notification-note = { $author } añadió una nota
notification-opened = { $author } abrió una solicitud para su grupo
notification-delegated = { $author } pasó esta solicitud a usted o a su grupo
notification-expiring = El plazo se está acabando
notification-poor-grade = { $author } dio una nota baja a la atención
notification-viewing-service = Una consulta por teléfono no se registró: el parámetro 283 no indica un servicio activo de tipo solicitud de servicio
notification-situation = { $situation ->
   *[in_progress] El estado cambió a en curso
    [suspended] El estado cambió a suspendida
    [resolved] El estado cambió a resuelta
    [closed] El estado cambió a cerrada
    [reopened] El estado cambió a reabierta
    [cancelled] El estado cambió a cancelada
}
